using Crm.Domain.Interactions;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Interactions;

[Trait("Check", "IN-03")]
public class ResponseTimesTests
{
    private static readonly Instant s_start = Instant.FromUtc(2026, 6, 1, 8, 0);

    [Fact]
    public void Of_NoContact_IsNone() => ResponseTimes.Of([]).Should().Be(ResponseTimes.None);

    [Fact]
    public void Of_SeveralWaits_HasTheirMedianAndMean()
    {
        // Waits of 10, 30 and 20 minutes; the second question of the first wait and the second answer start and end nothing.
        var times = ResponseTimes.Of([Asked(0), Asked(5), Answered(10), Answered(12), Asked(20), Answered(50), Asked(60), Answered(80), Asked(90)]);

        times.Should().Be(new ResponseTimes(3, Duration.FromMinutes(20), Duration.FromMinutes(20), s_start + Duration.FromMinutes(90)));
        ResponseTimes.Of([Asked(0), Answered(10), Asked(20), Answered(50)]).Median.Should().Be(Duration.FromMinutes(20), "of two, the median is their mean");
        ResponseTimes.Of([Answered(1), Answered(2)]).Should().Be(ResponseTimes.None);
    }

    [Fact]
    public void Of_AnyContacts_EachAnswerEndsOneWaitAtMost()
    {
        var moments = Gen.Choose(0, 200).SelectMany(at => Gen.Choose(0, 2).Select(kind => (at, kind))).ListOf().Select(all => all.OrderBy(m => m.at).Select(m => kindOf(m.at, m.kind)).ToList());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(moments.ToArbitrary(), all =>
        {
            var times = ResponseTimes.Of(all);

            // Counted another way: answers that follow a question without an answer between.
            var relevant = all.Where(m => m.AwaitsAnswer || m.IsResponse).ToList();
            times.Count.Should().Be(relevant.Zip(relevant.Skip(1)).Count(p => p.First.AwaitsAnswer && p.Second.IsResponse));
            (times.WaitingSince is not null).Should().Be(relevant.Count > 0 && relevant[^1].AwaitsAnswer);
            (times.Median is null).Should().Be(times.Count == 0);
            if (times.Count > 0)
            {
                (times.Mean >= Duration.Zero).Should().BeTrue();
                (times.Median <= all[^1].At - all[0].At).Should().BeTrue();
            }
        }));

        static ContactMoment kindOf(int at, int kind) => new(s_start + Duration.FromMinutes(at), kind == 0, kind == 1);
    }

    private static ContactMoment Asked(int minutes) => new(s_start + Duration.FromMinutes(minutes), true, false);

    private static ContactMoment Answered(int minutes) => new(s_start + Duration.FromMinutes(minutes), false, true);
}
