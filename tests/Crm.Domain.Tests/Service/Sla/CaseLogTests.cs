using Crm.Domain.Customers;
using Crm.Domain.Service;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla;

/// <summary>The log of a case: no act goes past it.</summary>
public sealed class CaseLogTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly Dictionary<ServiceLevelKey, ServiceLevel> s_none = [];

    /// <summary>10,000 random acts: the log always says how the case stands, and one act leaves at most one entry of a kind.</summary>
    [Fact]
    [Trait("Check", "SC-10")]
    public void RandomActs_LeaveALogThatSaysHowTheCaseStands()
    {
        (Func<ServiceCase, bool> May, Action<ServiceCase, Instant> Do)[] acts =
        [
            (c => c.CanReply(), (c, now) => c.Reply("Hello", "Ada", now)), (_ => true, (c, now) => c.AddNote("Hm", "Ada", now)), (c => c.CanReceive(), (c, now) => c.Receive("And?", "Anna", now)),
            (_ => true, (c, now) => c.ReceiveAutomatic("Away", "Anna", now)), (c => c.CanReceiveFromThirdParty(), (c, now) => c.ReceiveFromThirdParty("Hi", "Eve", now)),
            (c => c.CanAssign(), (c, now) => c.Assign("ada", now)), (c => c.CanPrioritise(), (c, now) => c.Prioritise(CasePriority.High, now)), (c => c.CanWait(), (c, now) => c.Wait(now)),
            (c => c.CanResolve(), (c, now) => c.Resolve("Done", now)), (c => c.CanClose(), (c, now) => c.Close(now)), (c => c.CanReopen(), (c, now) => c.Reopen(now)),
        ];
        Prop.ForAll(Gen.Choose(0, acts.Length - 1).ListOf(100).ToArbitrary(), run =>
        {
            var opened = Opened(s_now);
            var now = s_now;
            foreach (var act in run.Select(i => acts[i]).Where(a => a.May(opened)))
            {
                now += Duration.FromMinutes(1);
                var (version, messages) = (opened.Version, opened.Messages.Count(IsAsked));
                act.Do(opened, now);
                opened.Recorded.Count(e => e.Version == version + 1 && e.Kind is SlaEventKind.CustomerMessage or SlaEventKind.Reply).Should().Be(opened.Messages.Count(IsAsked) - messages);
                opened.Recorded.Last(e => e.Category is not null).Category.Should().Be(opened.Category);
                opened.Recorded.Should().OnlyContain(e => e.Version <= opened.Version);
                opened.Recorded.Select(e => (e.Version, e.Place)).Should().OnlyHaveUniqueItems();
                opened.Recorded.Should().BeInAscendingOrder(e => e.Version);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

        static bool IsAsked(CaseMessage message) => message.Kind is CaseMessageKind.FromCustomer or CaseMessageKind.PublicReply;
    }

    [Fact]
    public void Events_OfAClockThatJumpedBack_AreInOrder()
    {
        var opened = Opened(s_now);
        opened.Receive("And?", "Anna", s_now + Duration.FromHours(1));
        opened.Reply("Soon.", "Ada", s_now + Duration.FromMinutes(30));
        var log = new CaseLog(opened.Id, opened.Number, opened.CustomerId, null, s_now, opened.Recorded);

        log.ToEvents(s_none).Select(e => (e.Kind, e.At - s_now)).Should().Equal(
            (SlaEventKind.Opened, Duration.Zero), (SlaEventKind.CustomerMessage, Duration.FromHours(1)), (SlaEventKind.Reply, Duration.FromHours(1)));
        log.Until(s_now + Duration.FromMinutes(40)).Entries.Should().ContainSingle("the reply was written after the message");
        (log with { Entries = [.. log.Entries.Skip(1)] }).ToEvents(s_none).Should().BeEmpty("what was not opened here is promised nothing");
    }

    [Fact]
    public void Events_WithAServiceLevelThatIsMissing_AreRefused()
    {
        var opened = Opened(s_now);
        var key = new ServiceLevelKey(SlaPolicyVersionId.New(s_now), ServiceCalendarVersionId.New(s_now), CasePriority.Normal);
        opened.Promise(key, ServiceLevelReason.CaseOpened, [], s_now);

        (opened.ServiceLevel, opened.Version, opened.UpdatedAt).Should().Be((key, 2L, s_now));
        FluentActions.Invoking(() => CaseLog.EventsOf(opened.Recorded, s_none)).Should().Throw<ArgumentException>().WithMessage("*missing*");
    }

    private static ServiceCase Opened(Instant now) => new(
        ServiceCaseId.New(now), CaseNumber.From(1), new CaseDetails(CustomerId.New(now), "The kettle stays cold") { Description = "Really." }, "Anna Rossi", now);
}
