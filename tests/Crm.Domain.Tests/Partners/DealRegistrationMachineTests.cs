using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Sales;
using Crm.Domain.Tests.InMemory;
using NodaTime;

namespace Crm.Domain.Tests.Partners;

[Trait("Check", "PR-04")]
public sealed class DealRegistrationMachineTests
{
    private static readonly Instant s_end = Instant.FromUtc(2027, 1, 1, 0, 0);
    private static readonly DealRegistrationId s_other = DealRegistrationId.New(Instant.FromUtc(2026, 6, 1, 8, 0));
    private static readonly DealRegistrationDetails s_details = new("Kettles", "Acme", new LocalDate(2026, 6, 1), new LocalDate(2026, 12, 31), [new("KETTLE", 2, 9.995m)]);

    private enum Standing
    {
        Draft,
        Submitted,
        SubmittedKnown,
        Review,
        ReviewKnown,
        Returned,
        ReturnedKnown,
        Pending,
        Approved,
        Closed,
    }

    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<DealRegistration, Standing>(
        Draft,
        Of,
        Standing.Draft,
        new("rewrite", d => d.CanRewrite(), (d, now) => d.Rewrite(s_details, now), s => s is Standing.Draft or Standing.Returned or Standing.ReturnedKnown ? s : null),
        new("submit", d => d.CanSubmit(), (d, now) => d.Submit(now), s => s is Standing.Draft or Standing.Returned ? Standing.Submitted : s == Standing.ReturnedKnown ? Standing.SubmittedKnown : null),
        new("review", d => d.CanReview(), (d, now) => d.Review(now), s => s == Standing.Submitted ? Standing.Review : s == Standing.SubmittedKnown ? Standing.ReviewKnown : null),
        new("identify", d => d.CanIdentify(), (d, now) => d.Identify(CustomerId.New(now), now), s => s is Standing.Submitted or Standing.SubmittedKnown ? Standing.SubmittedKnown : IsReview(s) ? Standing.ReviewKnown : null),
        new("return", d => d.CanReturn(), (d, now) => d.Return("where?", now), s => s == Standing.Review ? Standing.Returned : s == Standing.ReviewKnown ? Standing.ReturnedKnown : null),
        new("reject", d => d.CanReject(), (d, now) => d.Reject("no", now), s => IsUndecided(s) ? Standing.Closed : null),
        new("duplicate", d => d.CanMarkDuplicate(s_other), (d, now) => d.MarkDuplicate(s_other, now), s => IsUndecided(s) ? Standing.Closed : null),
        new("duplicate of itself", d => d.CanMarkDuplicate(d.Id), (d, now) => d.MarkDuplicate(d.Id, now), _ => null),
        new("request", d => d.CanRequestApproval(), (d, now) => d.RequestApproval(["bob"], now), s => s == Standing.ReviewKnown ? Standing.Pending : null),
        new("approve", d => d.CanApprove("bob", s_end, d.CreatedAt), (d, now) => d.Approve("bob", s_end, now), s => s == Standing.Pending ? Standing.Approved : null),
        new("approve by another", d => d.CanApprove("eve", s_end, d.CreatedAt), (d, now) => d.Approve("eve", s_end, now), _ => null),
        new("approve too late", d => d.CanApprove("bob", d.CreatedAt, d.CreatedAt), (d, now) => d.Approve("bob", d.CreatedAt, now), _ => null),
        new("refuse", d => d.CanDecide("bob"), (d, now) => d.Refuse("bob", "no", now), s => s == Standing.Pending ? Standing.Closed : null),
        new("expire", d => d.CanExpire(s_end), (d, _) => d.Expire(s_end), s => s == Standing.Approved ? Standing.Closed : null),
        new("expire too early", d => d.CanExpire(d.CreatedAt), (d, now) => d.Expire(now), _ => null),
        new("convert", d => d.CanConvert(d.CreatedAt), (d, now) => d.Convert(OpportunityId.New(now), now), s => s == Standing.Approved ? Standing.Closed : null),
        new("convert too late", d => d.CanConvert(s_end), (d, _) => d.Convert(OpportunityId.New(s_end), s_end), _ => null),
        new("withdraw", d => d.CanWithdraw(), (d, now) => d.Withdraw(now), s => s == Standing.Closed ? null : Standing.Closed));

    [Fact]
    public void Chain_OfApprovers_DecidesInOrder_AndOneRefusalIsEnough()
    {
        var (approved, refused) = (Pending("ada", "bob"), Pending("ada", "bob", "cleo"));
        var now = approved.CreatedAt;
        approved.CanDecide("bob").Code.Should().Be("DealApproverWrong");
        approved.Approve("ada", s_end, now);
        (approved.Status, approved.NextApproverId, approved.Claims.Count).Should().Be((DealRegistrationStatus.PendingApproval, "bob", 0));
        approved.Approve("bob", s_end, now);
        (approved.Status, approved.NextApproverId, approved.DueAt, approved.ApprovedAt).Should().Be((DealRegistrationStatus.Approved, null, s_end, now));
        approved.Claims.Select(c => c.Month).Should().Equal(Enumerable.Range((2026 * 12) + 5, 7));

        refused.Approve("ada", s_end, now);
        refused.Refuse("bob", "too cheap", now);
        (refused.Status, refused.Reason, refused.NextApproverId).Should().Be((DealRegistrationStatus.Rejected, "too cheap", null));
        refused.Approvals.Select(a => a.IsApproved).Should().Equal(true, false, null);
        refused.CanDecide("cleo").Code.Should().Be("DealApprovalMissing");
    }

    [Fact]
    public void Extension_IsAnApproval_AndARefusalLeavesThePeriodAsItWas()
    {
        var deal = Pending("ada");
        var (now, longer) = (deal.CreatedAt, new LocalDate(2027, 3, 31));
        deal.Approve("ada", s_end, now);
        deal.CanRequestApproval().Code.Should().Be("DealTransitionNotAllowed");
        FluentActions.Invoking(() => deal.AskExtension(new LocalDate(2026, 12, 31), now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => deal.AskExtension(new LocalDate(2028, 6, 1), now)).Should().Throw<ArgumentException>();
        deal.AskExtension(longer, now);
        deal.CanAskExtension().Code.Should().Be("DealApprovalPending");
        deal.RequestApproval(["bob", "cleo"], now);
        deal.Refuse("bob", "long enough", now);
        (deal.Status, deal.Through, deal.ExtensionThrough, deal.NextApproverId, deal.Claims.Count).Should().Be((DealRegistrationStatus.Approved, new LocalDate(2026, 12, 31), null, null, 7));
        deal.AskExtension(longer, now);
        deal.RequestApproval(["cleo"], now);
        deal.Approve("cleo", s_end + Duration.FromDays(90), now);
        (deal.Status, deal.Through, deal.DueAt, deal.Claims.Count).Should().Be((DealRegistrationStatus.Approved, longer, s_end + Duration.FromDays(90), 10));
        deal.Withdraw(now);
        deal.Claims.Should().BeEmpty();
    }

    // 2 × 9.995 = 19.99.
    [Fact]
    public void Amount_IsOfAllLines() => Draft(s_end).Amount.Amount.Should().Be(19.99m);

    [Fact]
    public void BadInput_IsRefused()
    {
        DealRegistrationDetails[] wrong =
        [
            s_details with { Title = " " }, s_details with { Prospect = "a\r\nb" }, s_details with { Lines = [] }, s_details with { Lines = [.. s_details.Lines, .. s_details.Lines] },
            s_details with { Lines = [new("KETTLE", 0, 1)] }, s_details with { Lines = [new("KETTLE", 1, -1)] }, s_details with { Lines = [new("KETTLE", 1.00001m, 1)] },
            s_details with { Lines = [new(new string('K', 65), 1, 1)] }, s_details with { Through = s_details.From.PlusDays(-1) }, s_details with { Through = s_details.From.PlusMonths(24) },
            s_details with { Note = "a\0b" }, s_details with { Contact = new string('c', 301) },
        ];
        foreach (var details in wrong)
        {
            FluentActions.Invoking(() => new DealRegistration(s_other, PartnerId.New(s_end), details, s_end)).Should().Throw<ArgumentException>();
        }

        FluentActions.Invoking(() => Pending("ada", "ada")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Pending()).Should().Throw<ArgumentException>();
    }

    private static DealRegistration Draft(Instant now) => new(DealRegistrationId.New(now), PartnerId.New(now), s_details, now);

    private static DealRegistration Pending(params string[] approvers)
    {
        var now = Instant.FromUtc(2026, 6, 1, 8, 0);
        var deal = Draft(now);
        deal.Submit(now);
        deal.Review(now);
        deal.Identify(CustomerId.New(now), now);
        deal.RequestApproval(approvers, now);
        return deal;
    }

    private static Standing Of(DealRegistration deal) => (deal.Status, deal.CustomerId) switch
    {
        (DealRegistrationStatus.Draft, _) => Standing.Draft,
        (DealRegistrationStatus.Submitted, null) => Standing.Submitted,
        (DealRegistrationStatus.Submitted, _) => Standing.SubmittedKnown,
        (DealRegistrationStatus.UnderReview, null) => Standing.Review,
        (DealRegistrationStatus.UnderReview, _) => Standing.ReviewKnown,
        (DealRegistrationStatus.Returned, null) => Standing.Returned,
        (DealRegistrationStatus.Returned, _) => Standing.ReturnedKnown,
        (DealRegistrationStatus.PendingApproval, _) => Standing.Pending,
        (DealRegistrationStatus.Approved, _) => Standing.Approved,
        _ => Standing.Closed,
    };

    private static bool IsReview(Standing state) => state is Standing.Review or Standing.ReviewKnown;

    private static bool IsUndecided(Standing state) => IsReview(state) || state is Standing.Submitted or Standing.SubmittedKnown;
}
