using NodaTime;

namespace Crm.Samples.Web.Demo;

/// <summary>The clock of the demo records: it is moved through the past, so that they have a history.</summary>
public sealed class DemoClock : IClock
{
    public Instant Now { get; set; }

    public Instant GetCurrentInstant() => Now;
}
