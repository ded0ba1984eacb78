using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Customers;

/// <summary>A scan of all customers that can be stopped anywhere, and the queue of pairs that it fills.</summary>
[Trait("Check", "CM-07")]
public abstract class DuplicateScanSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int People = 650;
    private const int Twice = 30;

    [SkippableFact]
    public async Task Scan_StoppedAnywhere_EndsAsIfItHadNotBeen()
    {
        var host = await HostAsync();
        await FillAsync(host);
        DuplicateScanProgress whole;
        HashSet<(CustomerId, CustomerId)> expected;
        await using (var work = host.Work())
        {
            whole = (await work.Get<DuplicateScanner>().ScanAsync()).Value;
            expected = await PairsAsync(work);
        }

        expected.Should().HaveCountGreaterThanOrEqualTo(Twice - 1).And.HaveCountLessThan(2 * Twice);
        whole.Customers.Should().Be(People + Twice);
        whole.Pairs.Should().Be(expected.Count);
        whole.Comparisons.Should().BeLessThan(20 * People, "all pairs would be {0}", (People + Twice) * (People + Twice - 1L) / 2);
        await using (var work = host.Work())
        {
            await work.Context.Set<DuplicatePair>().ExecuteDeleteAsync();
        }

        // Stopped after each batch, each time by a process that knows nothing of the one before.
        DuplicateScanProgress? resumed = null;
        var stops = 0;
        while (resumed is null)
        {
            await using var work = host.Work();
            using var stop = new CancellationTokenSource();
            try
            {
                resumed = (await work.Get<DuplicateScanner>().ScanAsync(new Stopping(stop), stop.Token)).Value;
            }
            catch (OperationCanceledException)
            {
                stops++;
            }
        }

        stops.Should().BeGreaterThan(2);
        (resumed.Customers, resumed.Comparisons, resumed.Pairs).Should().Be((whole.Customers, whole.Comparisons, whole.Pairs));
        resumed.Id.Should().NotBe(whole.Id);
        await using var check = host.Work();
        (await PairsAsync(check)).Should().BeEquivalentTo(expected);
    }

    [SkippableFact]
    public async Task Scan_BatchThatFails_LeavesNeitherPairsNorPlace()
    {
        var host = await HostAsync();
        await using (var work = host.Work())
        {
            await work.RegisterAsync(Known.Anna);
            await work.RegisterAsync(Known.Anna with { References = [] });
        }

        await using (var work = host.Work())
        {
            var scanner = work.Get<DuplicateScanner>();
            work.Context.SavingChanges += (_, _) => throw new InvalidOperationException("The process dies here.");
            await scanner.Invoking(s => s.ScanAsync()).Should().ThrowAsync<InvalidOperationException>();
        }

        await using (var work = host.Work())
        {
            (await work.Context.Set<DuplicatePair>().CountAsync()).Should().Be(0);
            (await work.Context.Set<DuplicateScan>().CountAsync()).Should().Be(0);
            (await work.Get<DuplicateScanner>().ScanAsync()).Value.Pairs.Should().Be(1);
        }
    }

    [SkippableFact]
    public async Task Scan_OfNobody_Finishes()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var scan = (await work.Get<DuplicateScanner>().ScanAsync()).Value;
        (scan.Customers, scan.Pairs, scan.FinishedAt is not null).Should().Be((0, 0, true));
    }

    [SkippableFact]
    public async Task Pair_SaidToBeTwo_IsNotFoundAgain()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, again) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(Known.Anna with { References = [] }));
        var scanner = work.Get<DuplicateScanner>();
        await scanner.ScanAsync();
        var pair = (await scanner.ListAsync()).Items.Should().ContainSingle().Subject;
        (pair.FirstId, pair.SecondId, pair.FirstName, pair.Status, pair.Tier).Should().Be((anna, again, "Anna Rossi", DuplicatePairStatus.Open, DuplicateTiers.Auto));
        pair.Reasons.Should().Contain(r => r.Field == DuplicateFields.Email && r.Level == DuplicateLevels.Exact && r.Weight > 10);

        (await scanner.DismissAsync(pair.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await scanner.DismissAsync(pair.Id)).Errors.Should().ContainSingle().Which.Code.Should().Be("DuplicatePairDecided");

        (await scanner.ScanAsync()).Value.Pairs.Should().Be(0);
        (await scanner.ListAsync()).Items.Should().BeEmpty();
        var dismissed = (await scanner.ListAsync(DuplicatePairStatus.NotDuplicate)).Items.Should().ContainSingle().Subject;
        (dismissed.Id, dismissed.DismissedBy).Should().Be((pair.Id, "ada"));
        (await work.Get<DuplicateFinder>().FindAsync(anna)).Value.IsEmpty.Should().BeTrue("somebody said so");

        (await scanner.ReopenAsync(pair.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await scanner.ListAsync()).Items.Should().ContainSingle();
        (await scanner.ReopenAsync(pair.Id)).Errors.Should().ContainSingle().Which.Code.Should().Be("DuplicatePairOpen");
        (await scanner.DismissAsync(DuplicatePairId.New(host.Clock.Now))).Errors.Should().ContainSingle().Which.Code.Should().Be("DuplicatePairNotFound");
    }

    [SkippableFact]
    public async Task Merge_OfAPair_ClosesItAndUndoingOpensIt()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, again) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(Known.Anna with { References = [] }));
        var scanner = work.Get<DuplicateScanner>();
        await scanner.ScanAsync();

        var plan = (await work.Merger.MergeAsync(anna, again)).Value;

        (await scanner.ListAsync()).Items.Should().BeEmpty();
        (await scanner.ListAsync(DuplicatePairStatus.Merged)).Items.Should().ContainSingle().Which.SecondName.Should().BeNull();
        (await scanner.ScanAsync()).Value.Pairs.Should().Be(0);

        (await work.Merger.UnmergeAsync(plan.Id!.Value)).Succeeded.Should().BeTrue();
        (await scanner.ListAsync()).Items.Should().ContainSingle();
        (await scanner.ScanAsync()).Value.Pairs.Should().Be(0, "the pair is known");
    }

    [SkippableFact]
    public async Task Pair_SaidToBeTwo_StaysSoWhenOneIsMerged()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var first = await work.RegisterAsync(Known.Anna);
        var second = await work.RegisterAsync(Known.Anna with { References = [] });
        var scanner = work.Get<DuplicateScanner>();
        await scanner.ScanAsync();
        await scanner.DismissAsync((await scanner.ListAsync()).Items.Single().Id);
        await work.SaveAsync();
        var third = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "R"), Phones = [PhoneNumber.Parse("+39 06 6982 1234")] });

        (await work.Merger.MergeAsync(third, second)).Succeeded.Should().BeTrue();

        (await scanner.ScanAsync()).Value.Pairs.Should().Be(0, "the survivor is, among others, the one who was said to be another");
        (await work.Get<DuplicateFinder>().FindAsync(first)).Value.IsEmpty.Should().BeTrue();
    }

    [SkippableFact]
    public async Task List_PageByPage_HasEachPairOnce()
    {
        var host = await HostAsync();
        await FillAsync(host);
        await using var work = host.Work();
        var scanner = work.Get<DuplicateScanner>();
        await scanner.ScanAsync();
        var seen = new List<DuplicatePairId>();
        PageKey? after = null;
        do
        {
            var page = await scanner.ListAsync(page: new PageRequest { Take = 7, After = after });
            seen.AddRange(page.Items.Select(p => p.Id));
            after = page.Next;
        }
        while (after is not null);
        seen.Should().OnlyHaveUniqueItems().And.HaveCount((await PairsAsync(work)).Count);
    }

    [SkippableFact]
    public async Task Scan_ByWhoIsNotStaff_IsRefused()
    {
        var host = await HostAsync();
        CustomerId anna;
        await using (var work = host.Work())
        {
            anna = await work.RegisterAsync(Known.Anna);
            await work.RegisterAsync(Known.Anna with { References = [] });
            await work.Get<DuplicateScanner>().ScanAsync();
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [new SubjectReference(SubjectKinds.Customer, anna.Value)])));
        var scanner = portal.Get<DuplicateScanner>();
        (await scanner.ScanAsync()).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
        (await scanner.ListAsync()).Items.Should().BeEmpty();
        (await scanner.DismissAsync(DuplicatePairId.New(host.Clock.Now))).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task Scan_OfAnotherTenant_SeesItsOwnCustomersAlone()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using (var one = host.Work())
        {
            await one.RegisterAsync(Known.Anna);
            await one.RegisterAsync(Known.Anna with { References = [] });
            (await one.Get<DuplicateScanner>().ScanAsync()).Value.Pairs.Should().Be(1);
        }

        await using var two = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = "two" });
        await two.RegisterAsync(Known.Anna);
        (await two.Get<DuplicateScanner>().ScanAsync()).Value.Customers.Should().Be(1);
        (await two.Get<DuplicateScanner>().ListAsync(status: null)).Items.Should().BeEmpty();
    }

    private static async Task FillAsync(CrmTestHost<SpecificationContext> host)
    {
        var random = new Random(11);
        await using var work = host.Work();
        var made = new List<NewCustomer>();
        for (var i = 0; i < People; i++)
        {
            made.Add(new NewCustomer
            {
                Name = new PersonName(Word(random), Word(random) + Word(random)),
                BirthDate = new LocalDate(1950, 1, 1).PlusDays(random.Next(15_000)),
                Address = new PostalAddress($"{Word(random)}straat {random.Next(1, 99)}", null, $"{random.Next(1000, 9999)}", "Utrecht", null, null),
            });
        }

        made.AddRange(made.Take(Twice).Select(c => c with { Name = new PersonName(c.Name!.Given, c.Name.Family + "s") }));
        foreach (var customer in made)
        {
            await work.Customers.RegisterAsync(customer);
        }

        await work.SaveAsync();
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 2).Select(_ => "bdfgklmnprstv"[random.Next(13)].ToString() + "aeiou"[random.Next(5)]));

    private static async Task<HashSet<(CustomerId, CustomerId)>> PairsAsync(CrmWork<SpecificationContext> work) =>
        [.. (await work.Context.Set<DuplicatePair>().AsNoTracking().ToListAsync()).Select(p => (p.FirstId, p.SecondId))];

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<DuplicateScanProgress>
    {
        public void Report(DuplicateScanProgress value)
        {
            if (value.FinishedAt is null)
            {
                stop.Cancel();
            }
        }
    }
}
