namespace Crm.Domain.Sales;

/// <summary>Brings learned chances to what opportunities keep.</summary>
internal static class WinScale
{
    /// <summary>
    /// Whole per cent, from 1 to 99: a model knows no better, nothing in work is certain, and a log does not grow by noise. Null where nothing can be learned.
    /// </summary>
    public static decimal? Kept(WinProbability? chance) => chance is null ? null : Math.Clamp(decimal.Round((decimal)chance.Value, 2), .01m, .99m);
}
