using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>An audience is taken in batches, each a transaction: whoever is killed and whoever else takes it at the same time, everybody is taken exactly once.</summary>
public abstract class CampaignExpansionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly int s_guests = Environment.GetEnvironmentVariable("CRM_FULL") == "1" ? 100_000 : 1_300;

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Check", "EM-05")]
    public async Task Advance_KilledAtRandomAndResumed_TakesEverybodyExactlyOnce(int seed)
    {
        var failing = new FailingCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(failing));
        var guests = await GuestsAsync(host);
        await host.ScheduleAsync(Draft());
        var (random, killed, done) = (new Random(seed), 0, false);
        while (!done)
        {
            failing.After = killed < 12 ? random.Next(14) : null;
            await using var work = host.Work();
            try
            {
                done = (await work.Get<CampaignRuns>().AdvanceAsync()).Value == 0;
            }
            catch (Exception gone) when (gone.GetBaseException() is TimeoutException)
            {
                killed++;
            }

            failing.After = null;
        }

        killed.Should().BeGreaterThan(5);
        await EverybodyOnceAsync(host, guests);
    }

    [SkippableFact]
    public async Task Advance_TwoHostsAtOnce_TakeEverybodyExactlyOnce()
    {
        var host = await HostAsync();
        var guests = await GuestsAsync(host);
        await host.ScheduleAsync(Draft());
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            for (var done = false; !done;)
            {
                await using var work = host.Work();
                var step = await work.Get<CampaignRuns>().AdvanceAsync();
                done = step.Succeeded && step.Value == 0;
            }
        }));
        await EverybodyOnceAsync(host, guests);
    }

    private static CampaignDraft Draft() => new("spring", "Spring", Channels.Email)
    {
        Purpose = Domain.Privacy.Purposes.Transactional, Segments = ["guests"], Variants = [new("A", "a")], ControlShare = .1m, Seed = 1,
    };

    private static async Task EverybodyOnceAsync(CrmTestHost<SpecificationContext> host, IReadOnlyCollection<CustomerId> guests)
    {
        var recipients = await host.RecipientsAsync();
        recipients.Select(r => r.CustomerId).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(guests);
        recipients.Should().OnlyContain(r => r.Status == (CampaignDraws.Of(1, r.CustomerId, "control") < .1 ? CampaignRecipientStatus.Control : CampaignRecipientStatus.Planned));
        await using var work = host.Work();
        (await work.Context.Set<PlannedSending>().AsNoTracking().Select(p => p.CustomerId).ToListAsync()).Should().BeEquivalentTo(guests);
    }

    private static async Task<IReadOnlyList<CustomerId>> GuestsAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var ids = new List<CustomerId>();
        for (var i = 0; i < s_guests; i++)
        {
            var mail = EmailAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"guest{i}@example.org"));
            ids.Add((await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName($"Guest{i}", "Known"), Emails = [mail] })).Value.Id);
            if (i % 1000 == 999)
            {
                await work.SaveAsync();
                work.Context.ChangeTracker.Clear();
            }
        }

        await work.SaveAsync();
        await host.PrepareAsync(ids, "transactional");
        return ids;
    }
}
