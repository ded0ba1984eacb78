using Crm.Domain.Partners;
using Crm.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal static partial class PersonalDataMap
{
    // Partners are organisations; those who sign in for them are no customers.
    private static void Partners(ModelBuilder m)
    {
        const string Partnership = "says how the business works together with an organisation";
        const string Outside = "names staff of a partner";
        const string Area = "is a part of the world, of which leads are many";
        m.Describe<Partner>(d => d.Impersonal(Partnership, nameof(Partner.Name), nameof(Partner.ValidFrom), nameof(Partner.ValidThrough), nameof(Partner.DeactivatedFor)));
        m.Describe<PartnerTierStep>(d => d.Impersonal(Partnership, nameof(PartnerTierStep.Tier), nameof(PartnerTierStep.From)));
        m.Describe<PartnerArea>(d => d.Impersonal(Partnership, nameof(PartnerArea.Country), nameof(PartnerArea.Region), nameof(PartnerArea.PostalPrefix)));
        m.Describe<PartnerAccount>(d => d
            .Impersonal(Outside, nameof(PartnerAccount.Label), nameof(PartnerAccount.PrincipalId))
            .Impersonal("is the hash of a random token", nameof(PartnerAccount.TokenHash)));
        m.Describe<LeadOffering>(d => d.Impersonal(Area, nameof(LeadOffering.Country), nameof(LeadOffering.Region), nameof(LeadOffering.PostalCode)));
        m.Describe<LeadOffer>(d => d.Impersonal("names partners", nameof(LeadOffer.CandidateText)).Impersonal("says why a partner does not want work", nameof(LeadOffer.Note)));
        m.Describe<DealRegistration>(d => d
            .Personal(PersonalDataKind.Identifier, nameof(DealRegistration.Prospect))
            .Personal(PersonalDataKind.Contact, nameof(DealRegistration.Contact))
            .Personal(PersonalDataKind.Content, nameof(DealRegistration.Title), nameof(DealRegistration.Note), nameof(DealRegistration.Reason))
            .Impersonal("says when a sale is expected", nameof(DealRegistration.From), nameof(DealRegistration.Through), nameof(DealRegistration.ExtensionThrough)));
        m.Describe<DealLine>(d => d.Impersonal(Products, nameof(DealLine.Sku)));
        m.Describe<DealApproval>(d => d.Impersonal(Staff, nameof(DealApproval.ApproverId)).Personal(PersonalDataKind.Content, nameof(DealApproval.Reason)));
        m.Describe<RecordShare>(d => d.Impersonal(Names, nameof(RecordShare.SubjectKind)).Impersonal(Staff, nameof(RecordShare.SharedBy)));
        m.Describe<ShareComment>(d => d.Goes().Impersonal(Outside, nameof(ShareComment.Author)).Personal(PersonalDataKind.Content, nameof(ShareComment.Body)));
        m.Describe<PartnerFact>(d => d
            .Impersonal(Partnership, nameof(PartnerFact.Reason), nameof(PartnerFact.From), nameof(PartnerFact.Through), "Amount.Currency")
            .Impersonal(Names, nameof(PartnerFact.SourceKind)));
        m.Describe<DealClaim>(d => d.Impersonal(Products, nameof(DealClaim.Sku)));
    }
}
