using Crm.Domain.Time;
using Crm.Testing;
using NodaTime;

namespace Crm.Domain.Tests.Time;

public class MicrosecondClockTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_999, 1_000)]
    [InlineData(-1, -1_000)]
    [InlineData(-1_000, -1_000)]
    public void GetCurrentInstant_AnyNanosecond_IsCutTowardsThePast(long nanoseconds, long expected)
    {
        var clock = new FakeClock(NodaConstants.UnixEpoch.PlusNanoseconds(nanoseconds));

        new MicrosecondClock(clock).GetCurrentInstant().Should().Be(NodaConstants.UnixEpoch.PlusNanoseconds(expected));
    }

    [Fact]
    public void Constructor_NoClock_IsRefused() => FluentActions.Invoking(() => new MicrosecondClock(null!)).Should().Throw<ArgumentNullException>();
}
