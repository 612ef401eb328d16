namespace SymDiff;

/// <summary>How the parameters of a model are written to a file.</summary>
public enum ModelFormat
{
    /// <summary>
    /// <c>safetensors</c>, which Python reads and writes, too: the numbers as they are in memory, behind a head that says where each parameter is.
    /// </summary>
    Safetensors,

    /// <summary>JSON, to be read by people: an object with a member for each parameter, <c>"Layer.Weight": { "shape": [1, 2], "values": [0.5, -3] }</c>.</summary>
    Json,
}
