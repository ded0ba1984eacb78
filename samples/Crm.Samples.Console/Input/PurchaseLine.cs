using System.Runtime.InteropServices;
using NodaTime;

namespace Crm.Samples.Console.Input;

/// <summary>One purchase as a file has it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PurchaseLine(string? Customer, LocalDate Day, decimal Quantity, decimal Amount)
{
    public string? Product { get; init; }

    public string? Order { get; init; }

    public decimal? Cost { get; init; }

    /// <summary>What one cost; null when the quantity is zero and no price is given.</summary>
    public decimal? UnitPrice { get; init; }

    public int Row { get; init; }
}
