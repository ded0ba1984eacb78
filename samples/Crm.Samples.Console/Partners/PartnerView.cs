using Crm.Domain.Partners;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Partners;

/// <summary>Partners and what they work on, as the terminal shows it.</summary>
internal static class PartnerView
{
    public static void Write(CommandOutput output, Partner partner) => output.Write(
        new
        {
            partner.Id, partner.Name, Customer = partner.CustomerId, Types = partner.Types.Select(t => t.Type), partner.Weight, Active = partner.IsActive, partner.DeactivatedFor, From = partner.ValidFrom,
            Through = partner.ValidThrough, At = partner.Location?.ToString(), Areas = partner.Areas.Select(a => a.Details.Text()), Tiers = partner.Tiers.Select(t => new { t.From, t.Tier }),
            Accounts = partner.Accounts.Select(a => new { a.Id, a.Label, a.Role, Principal = a.PrincipalId, a.InvitedAt, a.ExpiresAt, a.AcceptedAt, a.EndedAt }), partner.Version,
        },
        report => report.Heading(partner.Name).Fields(
            [
                ("Id", partner.Id), ("Types", string.Join(", ", partner.Types.Select(t => t.Type))), ("Weight", partner.Weight), ("Active", partner.IsActive ? "yes" : partner.DeactivatedFor),
                ("From", partner.ValidFrom), ("Through", partner.ValidThrough), ("Areas", string.Join("; ", partner.Areas.Select(a => a.Details.Text()))),
                ("Tiers", string.Join("; ", partner.Tiers.Select(t => $"{t.Tier ?? "none"} from {t.From:uuuu-MM-dd}"))),
            ])
            .Table(["Account", "For", "Role", "Principal", "Accepted"], partner.Accounts.Where(a => a.EndedAt is null).Select(a => new object?[] { a.Id, a.Label, a.Role, a.PrincipalId, a.AcceptedAt })));

    public static void Write(CommandOutput output, LeadOffering offering) => output.Write(
        new
        {
            Lead = offering.LeadId, offering.Status, Partner = offering.PartnerId, offering.DueAt, offering.Seed,
            Offers = offering.Offers.Select(o => new
            {
                o.Ordinal, Partner = o.PartnerId, o.Reach, Drawn = o.Number, Candidates = o.Candidates.Select(c => new { Partner = c.PartnerId, c.Weight }), o.OfferedAt, o.DeadlineAt, o.Outcome, o.SettledAt, o.Reason, o.Note,
            }),
            offering.Version,
        },
        report => report.Heading($"Lead {offering.LeadId}").Fields(("Status", offering.Status), ("Partner", offering.PartnerId), ("Answer by", offering.DueAt))
            .Table(["No", "Partner", "Reach", "Drawn", "Outcome", "Reason"], offering.Offers.Select(o => new object?[] { o.Ordinal, o.PartnerId, o.Reach, $"{o.Number} of {o.Candidates.Sum(c => (long)c.Weight)}", o.Outcome, o.Reason })));

    public static void Write(CommandOutput output, DealRegistration deal) => output.Write(
        new
        {
            deal.Id, Partner = deal.PartnerId, deal.Title, deal.Prospect, deal.Contact, deal.Note, deal.Status, deal.Reason, Customer = deal.CustomerId, deal.From, deal.Through, deal.ExtensionThrough, Amount = deal.Amount.Amount,
            Currency = deal.Currency.Code, Lines = deal.Lines.Select(l => new { l.Number, l.Sku, l.Quantity, l.UnitPrice }), NextApprover = deal.NextApproverId,
            Approvals = deal.Approvals.Select(a => new { a.Step, Extension = a.IsExtension, Approver = a.ApproverId, Approved = a.IsApproved, a.DecidedAt, a.Reason }), deal.SubmittedAt, deal.ApprovedAt, deal.DueAt, deal.ClosedAt,
            DuplicateOf = deal.DuplicateOfId, Opportunity = deal.OpportunityId, deal.Version,
        },
        report => report.Heading(deal.Title).Fields(
            [
                ("Id", deal.Id), ("Partner", deal.PartnerId), ("Prospect", deal.Prospect), ("Customer", deal.CustomerId), ("Status", deal.Status), ("Reason", deal.Reason), ("Amount", deal.Amount),
                ("From", deal.From), ("Through", deal.Through), ("Longer period through", deal.ExtensionThrough), ("Next approver", deal.NextApproverId), ("Opportunity", deal.OpportunityId),
            ])
            .Table(["Line", "Product", "Quantity", "Price"], deal.Lines.Select(l => new object?[] { l.Number, l.Sku, l.Quantity, l.UnitPrice })));

    public static void Write(CommandOutput output, PartnerDeal deal) => output.Write(
        deal,
        report => report.Heading(deal.Title).Fields(
            ("Id", deal.Id), ("Prospect", deal.Prospect), ("Status", deal.Status), ("Reason", deal.Reason), ("Amount", $"{deal.Amount} {deal.Currency}"), ("From", deal.From), ("Through", deal.Through), ("Longer period through", deal.ExtensionThrough)));
}
