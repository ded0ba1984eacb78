namespace Crm.Analytics.Mathematics;

/// <summary>ln Γ and its first two derivatives at x, x + 1, …, x + n, each computed once.</summary>
internal sealed class GammaLadder
{
    private readonly (double Log, double Digamma, double Trigamma)[] _rungs;

    public GammaLadder(double x, int length)
    {
        _rungs = new (double, double, double)[length + 1];
        for (var i = 0; i < _rungs.Length; i++)
            _rungs[i] = (GammaFunction.Log(x + i), GammaFunction.Digamma(x + i), GammaFunction.Trigamma(x + i));
    }

    /// <summary>ln Γ(x + i) − ln Γ(x), with its derivatives by x.</summary>
    public (double Log, double Digamma, double Trigamma) Rise(int i) =>
        (_rungs[i].Log - _rungs[0].Log, _rungs[i].Digamma - _rungs[0].Digamma, _rungs[i].Trigamma - _rungs[0].Trigamma);
}
