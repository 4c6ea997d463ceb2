.DEFAULT_GOAL := help
.PHONY: run test lint train talk nlu safety bench kills adapt help env

VENV := .venv/bin

run: env  ## set up what is missing, start everything, print the addresses
	@exec $(VENV)/handrail run

test: env  ## everything: lint, unit, flow, contract, conversation and browser tests
	@exec scripts/test.sh

lint: env  ## style, types and the layers between rooms
	$(VENV)/ruff check .
	$(VENV)/mypy
	$(VENV)/lint-imports --no-cache

train: env  ## train the assistant, unless it is trained already
	@exec $(VENV)/handrail prepare

talk: env  ## chat with a running Handrail in this terminal
	@exec $(VENV)/handrail talk

nlu: env  ## measure the understanding beside the stock pipeline on an equal sample (HOW=--whole: on all, for hours); half an hour, writes docs/understanding/
	@exec $(VENV)/handrail measure-understanding $(HOW)

safety: train  ## measure how danger is read, on the held-out messages
	@exec $(VENV)/python -m tests.casework.safeguarding.measure

bench: env  ## how fast times are found and booked, and how fast texts go out and come in; five minutes
	@$(VENV)/python -m tests.bench.appointments
	@exec env HANDRAIL_HOME=$${HANDRAIL_HOME:-$$PWD/.handrail} $(VENV)/python -W ignore -m tests.bench.texts

kills: train  ## kill worker, api and Rasa 50 times under load, and see that no text is lost or doubled; half an hour
	@exec $(VENV)/python -u -W ignore -m tests.kills 50

adapt: train  ## teach both sentence encoders anew from all messages; over an hour, writes encoder/adapter*.npz
	@exec $(VENV)/handrail adapt-encoder

env:
	@scripts/root-env.sh

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10
