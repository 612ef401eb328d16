// Linear regression on real data by generated gradients: ridge and Huber regression.
//
//     dotnet run --project samples/DiabetesRegression              writes the plots to the folder "plots"
//     dotnet run --project samples/DiabetesRegression -- folder    writes them to another

using System.Numerics.Tensors;
using DiabetesRegression;

const double Penalty = 0.1;
const double Bound = 45;
const int Steps = 4000;

if (args.Length > 1)
{
    Console.Error.WriteLine("Name one folder for the plots, or none.");
    return 1;
}

Patients patients = Patients.Read();
(Tensor<double> x, Tensor<double> y) = (patients.InputTensor, patients.ProgressionTensor);
int inputs = patients.Variables.Length;

// The largest eigenvalue of the variables' covariance is about 4, so that the step must stay below 1/2.
var ridge = new RidgeRegression(inputs, Penalty);
double[] ridgeCurve = Training.Run(ridge, gradient => ridge.ObjectiveValueAndGradient(x, y, gradient), learningRate: 0.1, Steps);

// What errors cost grows by the bound at most; that of small errors is that of least squares.
var huber = new HuberRegression(inputs, Bound);
double[] huberCurve = Training.Run(huber, gradient => huber.ObjectiveValueAndGradient(x, y, gradient), learningRate: 0.1, Steps);

double[] exact = ClosedForm.Ridge(patients, Penalty);
double[] learned = [.. ridge.Layer.Weight];
Report.Line($"{patients.Count} patients, {inputs} variables of mean 0 and variance 1");
Report.Weights(
    patients.Variables,
    ("least squares", ClosedForm.Ridge(patients, penalty: 0)),
    ("ridge, closed form", exact),
    ("ridge, learned", learned),
    ("Huber, learned", [.. huber.Layer.Weight]));
Report.Line($"Bias: {patients.Progression.Average():F4} (mean progression), {ridge.Layer.Bias[0]:F4} (ridge), {huber.Layer.Bias[0]:F4} (Huber)");
Report.Line($"Ridge: largest difference between the learned weights and the closed form {learned.Zip(exact, static (one, other) => Math.Abs(one - other)).Max():E1}");
Report.Line($"Loss: {ridgeCurve[0]:F2} to {ridgeCurve[^1]:F2} (ridge), {huberCurve[0]:F2} to {huberCurve[^1]:F2} (Huber)");

string folder = args.Length == 1 ? args[0] : "plots";
Plots.Fit(folder, patients.Progression, ("ridge", [.. ridge.Layer.Forward(x)]), ("Huber", [.. huber.Layer.Forward(x)]));
Plots.Loss(folder, ("ridge", ridgeCurve), ("Huber", huberCurve));
Report.Line($"Plots: fit and loss, as PNG and SVG, in {folder}");
return 0;
