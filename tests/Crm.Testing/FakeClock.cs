using NodaTime;

namespace Crm.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock(Instant start) : IClock
{
    private readonly Lock _lock = new();
    private Instant _now = start;

    /// <summary>Starts on Monday 2026-06-01 at 08:00 UTC.</summary>
    public FakeClock()
        : this(Instant.FromUtc(2026, 6, 1, 8, 0))
    {
    }

    public Instant Now
    {
        get => GetCurrentInstant();
        set { lock (_lock) { _now = value; } }
    }

    public Instant GetCurrentInstant()
    {
        lock (_lock) { return _now; }
    }

    public void Advance(Duration by)
    {
        lock (_lock) { _now += by; }
    }
}
