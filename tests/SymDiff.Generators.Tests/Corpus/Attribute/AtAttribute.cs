/// <summary>A point of the method, to be tried; its gradient, where that is known from elsewhere; and whether it is a kink, where differences say another thing than the branch that is taken.</summary>
[System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AtAttribute(params object[] arguments) : System.Attribute
{
    public object[] Arguments { get; } = arguments;

    public double[] Gradient { get; set; } = [];

    public bool IsKink { get; set; }
}
