using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Who gets a message is said in one place, for every sender alike: with a reason for each skip, and another day for what the cap leaves no room for.</summary>
public abstract class SuppressionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "EM-05")]
    public async Task TakeAsync_EveryKindOfObstacle_HasItsReasonInOrder()
    {
        var host = await HostAsync();
        var (anna, bob) = (await host.ReadyAsync("Anna"), await host.ReadyAsync("Bob"));
        var (never, gone, none, twin, invalid, left) = (
            await host.ReadyAsync("Never", consents: false), await host.ReadyAsync("Gone"), await host.ReadyAsync("None", address: null), await host.ReadyAsync("Twin", address: "anna@example.org"),
            await host.ReadyAsync("Invalid"), await host.ReadyAsync("Left"));
        await host.CreateAsync("staff", null);
        await using (var work = host.Work())
        {
            (await work.Get<SegmentLists>().AddAsync("staff", left)).Succeeded.Should().BeTrue();
            (await work.Get<ConsentDesk>().WithdrawAsync(gone, Purposes.Marketing, null, "call")).Succeeded.Should().BeTrue();
            var customer = (await work.Customers.FindAsync(invalid))!;
            customer.MarkContactPointInvalid(customer.ContactPoints.Single().Id, "550 unknown", host.Clock.Now);
            await work.SaveAsync();
        }

        CustomerId[] asked = [anna, never, gone, none, twin, invalid, left, bob, CustomerId.New(host.Clock.Now)];
        var question = Question("campaign:1") with { ExcludedSegments = ["staff"], Excluded = [bob] };
        await using (var work = host.Work())
        {
            var checkedOnly = (await work.Get<Suppression>().CheckAsync(question, asked)).Value;
            var taken = (await work.Get<Suppression>().TakeAsync(question, asked)).Value;
            taken.All.Should().BeEquivalentTo(checkedOnly.All, o => o.WithStrictOrdering());
            taken.All.Select(v => v.Reason).Should().Equal(
                null, SkipReason.NoConsent, SkipReason.OptedOut, SkipReason.NoAddress, SkipReason.DuplicateAddress, SkipReason.AddressInvalid, SkipReason.Excluded, SkipReason.Excluded, SkipReason.CustomerMissing);
            (await work.Get<Suppression>().TakeAsync(question, [anna, twin])).Value.All.Select(v => v.Reason).Should().Equal(SkipReason.AlreadyPlanned, SkipReason.DuplicateAddress);
            (await work.Get<Suppression>().TakeAsync(Question("campaign:2"), [twin])).Value.All.Single().MaySend.Should().BeTrue("another sender, another message");
            (await work.Get<Suppression>().CheckAsync(question with { ExcludedSegments = ["unknown"] }, asked)).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.SegmentNotFound));
        }
    }

    [SkippableFact]
    [Trait("Check", "EM-06")]
    public async Task TakeAsync_CapReached_PostponesAndLosesNothing()
    {
        var host = await HostAsync(s => s.Crm = o => o.Marketing.FrequencyCaps[Channels.Email] = new FrequencyCap { PerDay = 1, PerWeek = 2 });
        var anna = await host.ReadyAsync("Anna");
        var days = new List<LocalDate>();
        for (var i = 0; i < 7; i++)
        {
            await using var work = host.Work();
            var verdict = (await work.Get<Suppression>().TakeAsync(Question($"campaign:{i}"), [anna])).Value.All.Single();
            verdict.MaySend.Should().BeTrue();
            verdict.IsPostponed.Should().Be(i > 0);
            days.Add(verdict.Day!.Value);
        }

        days.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
        days.GroupBy(d => d.PlusDays(1 - (int)d.DayOfWeek)).Should().OnlyContain(week => week.Count() <= 2);
        await using (var work = host.Work())
        {
            (await work.Get<Suppression>().ReleaseAsync("campaign:0", [anna])).Value.Should().Be(1);
            (await work.Get<Suppression>().TakeAsync(Question("campaign:again"), [anna])).Value.All.Single().Day.Should().Be(days[0], "the place is free again");
            (await work.Get<Suppression>().TakeAsync(Question("invoices") with { Purpose = Purposes.Transactional }, [anna])).Value.All.Single()
                .Should().Match<SendingVerdict>(v => v.MaySend && !v.IsPostponed && !v.IsCounted);
        }

        await using var own = host.Work();
        await own.Care.PreferAsync(anna, SendingPreferences.FrequencyOf(Channels.Email), "0/month");
        await own.SaveAsync();
        (await own.Get<Suppression>().CheckAsync(Question("campaign:new"), [anna])).Value.All.Single().Reason.Should().Be(SkipReason.FrequencyCap, "the customer's own rule counts");
    }

    [SkippableTheory]
    [InlineData(null, SkipReason.UnknownPurpose)]
    [InlineData("no-such-purpose", SkipReason.UnknownPurpose)]
    [InlineData("marketing", SkipReason.OptedOut)]
    [InlineData("transactional", null)]
    [Trait("Check", "EM-07")]
    public async Task CheckAsync_OptedOutCustomer_GetsWhatNeedsNoConsentAlone(string? purpose, SkipReason? reason)
    {
        var host = await HostAsync();
        var anna = await host.ReadyAsync("Anna");
        await using var work = host.Work();
        (await work.Get<ConsentDesk>().WithdrawAsync(anna, null, null, "call")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var question = new SendingQuestion("campaign:1", purpose is null ? null : new PurposeKey(purpose), Channels.Email);
        (await work.Get<Suppression>().CheckAsync(question, [anna])).Value.All.Single().Reason.Should().Be(reason);
    }

    [SkippableFact]
    public async Task TakeAsync_ManyAtOnce_NobodyGetsTwoOfOneSender()
    {
        var host = await HostAsync(s => s.Crm = o => o.Marketing.FrequencyCaps[Channels.Email] = new FrequencyCap { PerDay = 1 });
        var ids = new List<CustomerId>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add(await host.ReadyAsync($"Guest{i}"));
        }

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await using var work = host.Work();
            return (await work.Get<Suppression>().TakeAsync(Question("campaign:" + (i % 2)), ids)).Value;
        }));
        verdicts.Sum(v => v.All.Count(a => a.MaySend)).Should().Be(40, "two senders, each customer once");
        await using var look = host.Work();
        (await look.Context.Set<PlannedSending>().AsNoTracking().ToListAsync()).GroupBy(p => (p.CustomerId, p.Day)).Should().OnlyContain(day => day.Count() == 1, "the cap holds whoever is first");
    }

    [SkippableFact]
    public async Task Merge_MovesWhatIsPlanned_AndErasureRemovesIt()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        var (anna, anne) = (await host.ReadyAsync("Anna"), await host.ReadyAsync("Anne"));
        await using (var work = host.Work())
        {
            await work.Get<Suppression>().TakeAsync(Question("campaign:1"), [anna, anne]);
            await work.Get<Suppression>().TakeAsync(Question("campaign:2"), [anne]);
            (await work.Merger.MergeAsync(anna, anne)).Succeeded.Should().BeTrue();
        }

        await using (var work = host.Work())
        {
            (await work.Context.Set<PlannedSending>().AsNoTracking().OrderBy(p => p.Scope).Select(p => p.CustomerId).ToListAsync()).Should().Equal(anna, anna);
            (await work.Get<PrivacyOffice>().EraseAsync(anna)).Succeeded.Should().BeTrue();
        }

        await using var look = host.Work();
        (await look.Context.Set<PlannedSending>().CountAsync()).Should().Be(0);
    }

    private static SendingQuestion Question(string scope) => new(scope, Purposes.Marketing, Channels.Email);
}
