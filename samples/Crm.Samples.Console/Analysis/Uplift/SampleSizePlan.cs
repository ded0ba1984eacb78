using Crm.Analytics.Uplift;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>How many customers an experiment needs.</summary>
internal sealed record SampleSizePlan(SampleSize Size, SampleSizeOptions Options)
{
    public object Document => new { Size.Treated, Size.Control, Size.Total, Options.Level, Options.Power, Options.ControlShare };

    public void Print(Report report) => report.Fields(
        ("Customers to treat", Size.Treated), ("Control group", Size.Control), ("Together", Size.Total), ("Level", Options.Level), ("Power", Options.Power));
}
