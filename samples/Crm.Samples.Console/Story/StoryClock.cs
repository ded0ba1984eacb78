using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>The story's own time, so that it always gives the same figures.</summary>
internal sealed class StoryClock : IClock
{
    private Instant _now = Instant.FromUtc(1998, 7, 1, 8, 0);

    public Instant GetCurrentInstant() => _now;

    public Instant AdvanceTo(int month, int day, int hour, int minute) => _now = Instant.FromUtc(1998, month, day, hour, minute);
}
