using Crm.Analytics.Purchases;

namespace Crm.Samples.Console.Analysis;

/// <summary>Purchases read and not yet ordered; building the log turns keys into positions.</summary>
/// <param name="Build">Builds the log on at most so many threads.</param>
/// <param name="RowsRead">Rows of the input.</param>
/// <param name="RowsWithoutCustomer">Rows left out because they name no customer.</param>
/// <param name="RowsBelowMinPrice">Rows left out because the piece was too cheap.</param>
/// <param name="ReturnsLeftOut">Rows left out because they are returns.</param>
internal sealed record PurchaseInput(Func<int?, PurchaseLog> Build, int RowsRead, int RowsWithoutCustomer, int RowsBelowMinPrice, int ReturnsLeftOut)
{
    /// <summary>The currency of all rows; null where the source does not say.</summary>
    public string? Currency { get; init; }
}
