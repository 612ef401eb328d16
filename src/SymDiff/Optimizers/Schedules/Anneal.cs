namespace SymDiff;

/// <summary>Ways from one value to another.</summary>
internal static class Anneal
{
    /// <summary>Along the cosine. (1 + cos πs)/2 = cos²(πs/2), which keeps its digits where it is small.</summary>
    public static double Cosine(double from, double to, double share)
    {
        double cosine = double.CosPi(share / 2);
        return to + ((from - to) * cosine * cosine);
    }

    /// <summary>In equal steps; exact at both ends.</summary>
    public static double Linear(double from, double to, double share) => (from * (1 - share)) + (to * share);
}
