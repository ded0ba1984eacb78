namespace Crm.Domain.Sales;

/// <summary>What a refresh of learned chances did.</summary>
/// <param name="Learned">Closed opportunities that were learned from, those learned anew included.</param>
/// <param name="Forgotten">What had been learned from opportunities that are open again or changed since.</param>
/// <param name="Scored">Open opportunities whose chance was reckoned.</param>
/// <param name="Changed">Those of them whose learned chance changed.</param>
public sealed record WinRefreshOutcome(int Learned, int Forgotten, int Scored, int Changed);
