using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Models;

/// <summary>What is written for models and their methods.</summary>
public sealed class ModelSnapshotTests
{
    [Fact]
    public Task Parameters_of_all_kinds() => GeneratedText.VerifyGenerated("""
        using System;
        using SymDiff;

        namespace Sample;

        [Model]
        public sealed partial class Line
        {
            public const int Rows = 2;

            public int Columns { get; } = 3;

            [Parameter] public partial float Weight { get; set; }

            [Parameter] internal partial float @Bias { get; private set; }

            [Parameter(3)] public partial Span<float> Scale { get; }

            [Parameter(nameof(Rows), nameof(Columns))] public partial Span<float> Mixing { get; }
        }
        """);

    [Fact]
    public Task Parts_of_all_kinds() => GeneratedText.VerifyGenerated("""
        using System.Collections.Generic;
        using SymDiff;

        public static partial class Models
        {
            [Model]
            internal partial class Network<T>
                where T : class
            {
                private readonly Linear<double> _first = new(2, 3);

                public Linear<double>? Second { get; init; }

                public Linear<double>[] More { get; } = [];

                public IReadOnlyList<Linear<double>> Rest { get; } = [];

                public Linear<double> First => _first;

                public static Linear Shared { get; } = new(1, 1);

                [Parameter] private partial double Factor { get; set; }
            }
        }
        """);

    [Fact]
    public Task Gradient_for_numbers_of_a_model() => GeneratedText.VerifyGenerated("""
        using SymDiff;

        [Model]
        public sealed partial class Line
        {
            [Parameter] public partial double Slope { get; set; }

            [Parameter] public partial double Offset { get; set; }

            [Differentiable]
            public double At(double x) => Slope * x + Offset;

            [Differentiable(nameof(Slope), nameof(x))]
            public double Named(double x) => Slope * x + Offset;
        }
        """);

    [Fact]
    public Task Gradient_through_a_layer() => GeneratedText.VerifyGenerated("""
        using System.Numerics.Tensors;
        using SymDiff;

        [Model]
        public sealed partial class LinearRegression(int inputs, int outputs)
        {
            public Linear Layer { get; } = new(inputs, outputs);

            [Differentiable]
            public float Loss(Tensor<float> x, Tensor<float> y) => Losses.MeanSquaredError(y, Layer.Forward(x));
        }
        """);

    [Fact]
    public Task Gradient_through_two_layers() => GeneratedText.VerifyGenerated("""
        using System.Numerics.Tensors;
        using SymDiff;

        [Model]
        public sealed partial class Network(int inputs, int units, int outputs)
        {
            public Linear Hidden { get; } = new(inputs, units);

            public Linear Output { get; } = new(units, outputs);

            [Differentiable]
            public float Loss(Tensor<float> x, Tensor<float> y) => Losses.MeanSquaredError(y, Output.Forward(Activations.Tanh(Hidden.Forward(x))));
        }
        """);
}
