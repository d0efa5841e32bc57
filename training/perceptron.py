"""Small perceptrons with several targets, trained with numpy alone: the same bytes from the same rows and seed.

Adam (Kingma & Ba 2015) with decoupled weight decay (Loshchilov & Hutter 2019), a cosine schedule, dropout on the first
hidden layer, and the average of the weights over the last steps (Polyak). One thread; float32.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a perceptron is trained."""

    hidden: tuple[int, ...] = (64, 32)
    epochs: float = 8
    batch: int = 512
    rate: float = 2e-3
    decay: float = 1e-2
    dropout: float = 0.1
    noise: float = 0.0
    """Standard deviation of what is added to the inputs."""
    averaged: float = 0.4
    """Share of the steps, at the end, whose weights are averaged."""


def fit(
    x: np.ndarray, y: np.ndarray, weight: np.ndarray, recipe: Recipe, seed: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Weights and biases of the layers, last layer one column a target.

    `x`: (rows, features) standardised; `y`: (rows, targets) 0 or 1; `weight`: (rows, targets), 0 where a target is unknown.
    """
    drawn = np.random.default_rng(seed)
    sizes = [x.shape[1], *recipe.hidden, y.shape[1]]
    flat, shapes = [], []
    for some, others in pairwise(sizes):
        flat += [drawn.normal(size=(some, others)) * np.sqrt(2 / some), np.zeros(others)]
        shapes.append((some, others))
    parameters = [p.astype(np.float32) for p in flat]
    base = np.average(y, axis=0, weights=np.maximum(weight, 1e-9))
    parameters[-1][:] = np.log(base / (1 - base))
    moment = [np.zeros_like(p) for p in parameters]
    square = [np.zeros_like(p) for p in parameters]
    mean = [np.zeros(p.shape, np.float64) for p in parameters]
    steps = int(recipe.epochs * len(x) / recipe.batch)
    order, at, counted = drawn.permutation(len(x)), 0, 0
    for step in range(steps):
        if at + recipe.batch > len(x):
            order, at = drawn.permutation(len(x)), 0
        chosen = order[at : at + recipe.batch]
        at += recipe.batch
        gradients = _gradients(x[chosen], y[chosen], weight[chosen], parameters, recipe, drawn)
        rate = recipe.rate * min(1.0, (step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / steps)))
        for k, gradient in enumerate(gradients):
            moment[k] += 0.1 * (gradient - moment[k])
            square[k] += 0.002 * (gradient**2 - square[k])
            corrected = moment[k] / (1 - 0.9 ** (step + 1)) / (np.sqrt(square[k] / (1 - 0.998 ** (step + 1))) + 1e-8)
            if k % 2 == 0:
                corrected += recipe.decay * parameters[k]
            parameters[k] -= np.float32(rate) * corrected
        if step >= steps * (1 - recipe.averaged):
            counted += 1
            for k, p in enumerate(parameters):
                mean[k] += p
    final = [(m / counted).astype(np.float32) for m in mean]
    return list(zip(final[::2], final[1::2], strict=True))


def _gradients(
    x: np.ndarray,
    y: np.ndarray,
    weight: np.ndarray,
    parameters: list[np.ndarray],
    recipe: Recipe,
    drawn: np.random.Generator,
) -> list[np.ndarray]:
    layers = len(parameters) // 2
    if recipe.noise:
        x = x + recipe.noise * drawn.standard_normal(x.shape, dtype=np.float32)
    inputs, kept = [x], None
    for k in range(layers - 1):
        hidden = np.maximum(inputs[-1] @ parameters[2 * k] + parameters[2 * k + 1], 0)
        if k == 0 and recipe.dropout:
            kept = (drawn.random(hidden.shape, dtype=np.float32) >= recipe.dropout) / np.float32(1 - recipe.dropout)
            hidden = hidden * kept
        inputs.append(hidden)
    logits = inputs[-1] @ parameters[-2] + parameters[-1]
    back = (1 / (1 + np.exp(-logits)) - y) * weight / np.float32(len(x))
    gradients: list[np.ndarray] = []
    for k in range(layers - 1, -1, -1):
        gradients = [inputs[k].T @ back, back.sum(axis=0), *gradients]
        if k:
            back = (back @ parameters[2 * k].T) * (inputs[k] > 0)
            if k == 1 and kept is not None:
                back = back * kept
    return gradients


def evaluate(x: np.ndarray, layers: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """(rows, targets) probabilities."""
    for weight, bias in layers[:-1]:
        x = np.maximum(x @ weight + bias, 0)
    return np.asarray(1 / (1 + np.exp(-(x @ layers[-1][0] + layers[-1][1]))))
