using Crm.Analytics.Purchases;
using Crm.Analytics.Seasonality;

namespace Crm.Samples.Console.Analysis;

/// <summary>How a series is taken apart.</summary>
/// <param name="Period">The period of one value; of purchases only.</param>
/// <param name="Measure">What is counted; of purchases only.</param>
/// <param name="Season">Values per season.</param>
/// <param name="Form">How trend and season make up the values.</param>
/// <param name="Ahead">How many values are forecast.</param>
internal sealed record SeriesQuestion(CalendarPeriod Period, SeriesMeasure Measure, int Season, SeasonalForm Form, int Ahead);
