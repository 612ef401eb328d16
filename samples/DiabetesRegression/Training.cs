using SymDiff;

namespace DiabetesRegression;

/// <summary>Gradient descent with momentum, with all patients at once.</summary>
internal static class Training
{
    public delegate double ValueAndGradient(Span<double> gradient);

    /// <returns>The objective before each step.</returns>
    public static double[] Run(IModel<double> model, ValueAndGradient objective, double learningRate, int steps)
    {
        model.Parameters.Clear();
        var optimizer = new Sgd<double>(learningRate, momentum: 0.95, nesterov: true);
        double[] gradient = new double[model.ParameterCount];
        double[] curve = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            curve[step] = objective(gradient);
            optimizer.Step(model.Parameters, gradient);
        }

        return curve;
    }
}
