using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Testing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service;

public class FollowUpPolicyTests
{
    private static readonly Instant s_closed = Instant.FromUtc(2026, 3, 27, 20, 0);

    [Fact]
    [Trait("Check", "SC-17")]
    public void Window_CountsSpansOf24Hours_AcrossDaylightSaving()
    {
        var policy = new FollowUpPolicy { ReopenWindowDays = 3 };
        policy.TakesFollowUp(CaseCategory.Closed, s_closed, s_closed + Duration.FromHours(72)).Should().BeTrue();
        policy.TakesFollowUp(CaseCategory.Closed, s_closed, s_closed + Duration.FromHours(72) + Duration.FromTicks(1)).Should().BeFalse();
        new FollowUpPolicy().TakesFollowUp(CaseCategory.Closed, s_closed, s_closed + Duration.FromDays(9_999)).Should().BeTrue();
        new FollowUpPolicy { FollowUpPossible = FollowUpPossible.NewCase }.TakesFollowUp(CaseCategory.Closed, s_closed, s_closed).Should().BeFalse();
        foreach (var status in Enum.GetValues<CaseCategory>().Where(s => s != CaseCategory.Closed))
        {
            new FollowUpPolicy { FollowUpPossible = FollowUpPossible.NewCase, ReopenWindowDays = 0 }.TakesFollowUp(status, null, s_closed).Should().BeTrue("only closed cases are asked about");
        }
    }

    [Fact]
    [Trait("Check", "SC-15")]
    public void RandomMerges_NeverMakeACircle_AndKeepEveryMessageWhereItWas()
    {
        Prop.ForAll(Gen.Choose(0, 5).Two().ListOf().ToArbitrary(), pairs =>
            {
                var customer = CustomerId.New(s_closed);
                var cases = Enumerable.Range(1, 6).Select(i => new ServiceCase(ServiceCaseId.New(s_closed), CaseNumber.From(i), new CaseDetails(customer, "Broken") { Description = $"{i}" }, "Ada", s_closed)).ToList();
                foreach (var (from, to) in pairs)
                {
                    var (source, target) = (cases[from], cases[to]);
                    if (source.CanMergeInto(target))
                    {
                        source.MergeInto(target, s_closed);
                        target.TakeOver(source, true, s_closed);
                    }
                }

                return cases.TrueForAll(c => c.Messages.Count == 1 && Steps(cases, c) <= cases.Count);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Count(200, 2_000)));
    }

    private static int Steps(List<ServiceCase> cases, ServiceCase from)
    {
        var steps = 0;
        for (var at = from; at.MergedIntoId is { } next && steps <= cases.Count; steps++)
        {
            at = cases.Single(c => c.Id == next);
        }

        return steps;
    }
}
