using System.Runtime.InteropServices;

namespace Crm.Analytics.Mathematics;

/// <summary>ln B(a + i, b + j) − ln B(a, b) for whole i and j, with derivatives by a and b.</summary>
internal sealed class BetaLadder(double a, double b, int leftLength, int rightLength)
{
    private readonly GammaLadder _left = new(a, leftLength);
    private readonly GammaLadder _right = new(b, rightLength);
    private readonly GammaLadder _both = new(a + b, leftLength + rightLength);

    public Rise At(int left, int right)
    {
        var (first, second, both) = (_left.Rise(left), _right.Rise(right), _both.Rise(left + right));
        return new(
            first.Log + second.Log - both.Log,
            first.Digamma - both.Digamma,
            second.Digamma - both.Digamma,
            first.Trigamma - both.Trigamma,
            -both.Trigamma,
            second.Trigamma - both.Trigamma);
    }

    /// <summary>The logarithm and its derivatives by a and b.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Rise(double Log, double A, double B, double AA, double AB, double BB);
}
