using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>How fast a pipeline turns opportunities into sales, in one currency.</summary>
/// <param name="Currency">The currency; null for opportunities without an amount.</param>
/// <param name="Won">How many were won.</param>
/// <param name="Lost">How many were lost.</param>
/// <param name="WinRate">Won as a fraction of all that closed.</param>
/// <param name="MeanWon">The mean amount of those that were won, rounded half to even at the currency's minor unit; null where none was.</param>
/// <param name="MeanCycle">The mean time from opening to winning; null where none was won.</param>
/// <param name="PerDay">
/// Sales velocity: closed opportunities × win rate × mean won amount ÷ mean cycle in days, which is the won amount per day of cycle; null where no
/// time passed or no amount is known.
/// </param>
public sealed record SalesVelocity(Currency? Currency, long Won, long Lost, double WinRate, Money? MeanWon, Duration? MeanCycle, decimal? PerDay);
