using System.Runtime.InteropServices;

namespace Crm.Domain.Sales;

/// <summary>Closed deals by outcome.</summary>
/// <param name="Won">Won.</param>
/// <param name="Lost">Lost.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OutcomeCount(int Won, int Lost)
{
    /// <summary>Both together.</summary>
    public int Closed => Won + Lost;

    internal OutcomeCount Plus(bool won, int by) => won ? this with { Won = Won + by } : this with { Lost = Lost + by };
}
