namespace Crm.Domain.Sales;

/// <summary>Closed deals that were given chances of one band.</summary>
/// <param name="From">The least chance, inclusive.</param>
/// <param name="To">The greatest, exclusive but for 1.</param>
/// <param name="Deals">How many deals; bands without any are left out.</param>
/// <param name="Expected">The mean of their chances.</param>
/// <param name="Won">The share of them that was won.</param>
public sealed record WinCalibrationBand(double From, double To, int Deals, double Expected, double Won);
