using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Tests.Primitives;

public sealed class Version7Tests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);

    [Fact]
    public void Create_OverAClockThatStandsStillJumpsBackAndForward_IsUniqueAndOrdered()
    {
        var ids = new List<Guid>();
        foreach (var hours in new[] { 0, -1, 0, 24, -24, 0 })
        {
            // More than the 4,096 values of one millisecond's counter.
            for (var i = 0; i < 10_000; i++)
            {
                ids.Add(Version7.Create(s_now + Duration.FromHours(hours)));
            }
        }

        ids.Should().OnlyHaveUniqueItems();
        ids.Should().BeInAscendingOrder();
        ids.Select(i => i.ToString("N")).Should().BeInAscendingOrder(StringComparer.Ordinal, "databases order the bytes or the text");
    }

    [Fact]
    public void Create_FromManyThreads_IsUniqueAndOrderedInEachThread()
    {
        const int threads = 8, each = 20_000;
        var made = new Guid[threads][];
        Parallel.For(0, threads, t => made[t] = [.. Enumerable.Range(0, each).Select(i => Version7.Create(s_now - Duration.FromMinutes(i % 60)))]);

        made.SelectMany(m => m).ToHashSet().Should().HaveCount(threads * each);
        made.Should().OnlyContain(m => m.SequenceEqual(m.Order()));
    }

    [Fact]
    public void Create_CarriesVersionVariantAndTheMilliseconds()
    {
        var later = s_now + Duration.FromDays(2) + Duration.FromMilliseconds(123);
        var id = Version7.Create(later);

        id.Version.Should().Be(7);
        id.Variant.Should().BeInRange(8, 11);
        Convert.ToInt64(id.ToString("N")[..12], 16).Should().BeGreaterOrEqualTo(later.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Create_OutsideTheRangeOfTheFormat_IsRefused()
    {
        FluentActions.Invoking(() => Version7.Create(Instant.FromUnixTimeMilliseconds(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
