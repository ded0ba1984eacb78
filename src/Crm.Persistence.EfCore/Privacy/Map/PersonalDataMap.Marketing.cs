using Crm.Domain.Marketing;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Marketing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal static partial class PersonalDataMap
{
    // Stays remain, as numbers do: of whom they are is told by the customer alone. Who was erased leaves every segment at the next refresh.
    private static void Marketing(ModelBuilder m)
    {
        const string Group = "describes a group of customers, none of them by name";
        m.Describe<Segment>(d => d.Impersonal(Group, nameof(Segment.Key), nameof(Segment.Name), nameof(Segment.Description)));
        m.Describe<SegmentVersion>(d => d.Impersonal(Group, nameof(SegmentVersion.Criteria)).Impersonal(Staff, nameof(SegmentVersion.ActorId), nameof(SegmentVersion.ActorName)));
        m.Describe<SegmentMembership>(d => d
            .Impersonal(Group, nameof(SegmentMembership.SegmentKey))
            .Impersonal(Staff, nameof(SegmentMembership.EnteredBy), nameof(SegmentMembership.LeftBy))
            .Personal(PersonalDataKind.Content, nameof(SegmentMembership.EnteredNote), nameof(SegmentMembership.LeftNote)));
        m.Describe<PlannedSending>(d => d.Goes()
            .Personal(PersonalDataKind.Contact, nameof(PlannedSending.AddressKey))
            .Personal(PersonalDataKind.Attribute, nameof(PlannedSending.Day))
            .Impersonal(Names, nameof(PlannedSending.Scope)));
        m.Describe<Journey>(d => d.Impersonal(Group, nameof(Journey.Key), nameof(Journey.Name), nameof(Journey.SegmentKey)));
        m.Describe<JourneyVersion>(d => d.Impersonal(Group, nameof(JourneyVersion.Definition)));
        m.Describe<JourneyEventName>(d => d.Impersonal(Group, nameof(JourneyEventName.Name)));
        m.Describe<JourneyRun>(d => d.Impersonal("names steps and codes, no values of records", nameof(JourneyRun.JourneyKey), nameof(JourneyRun.Step), nameof(JourneyRun.Problem), nameof(JourneyRun.Chain)));
        m.Describe<JourneyStepRecord>(d => d.Impersonal("names steps, actions and ids, no values of records", nameof(JourneyStepRecord.Step), nameof(JourneyStepRecord.Note)));
        m.Describe<JourneySignal>(d => d.Impersonal("names a step", nameof(JourneySignal.Step)));
        m.Describe<Campaign>(d => d.Impersonal(Group, nameof(Campaign.Key), nameof(Campaign.Name), nameof(Campaign.SendTimes), nameof(Campaign.TestFallback), nameof(Campaign.Winner)));
        m.Describe<CampaignSegment>(d => d.Impersonal(Group, nameof(CampaignSegment.Key)));
        m.Describe<CampaignVariant>(d => d.Impersonal(Group, nameof(CampaignVariant.Key), nameof(CampaignVariant.TemplateKey)));
        m.Describe<CampaignCost>(d => d.Impersonal(Group, nameof(CampaignCost.Name), nameof(CampaignCost.SpentOn)));
        m.Describe<CampaignRecipient>(d => d
            .Personal(PersonalDataKind.Contact, nameof(CampaignRecipient.AddressKey))
            .Personal(PersonalDataKind.Attribute, nameof(CampaignRecipient.Zone))
            .Impersonal(Names, nameof(CampaignRecipient.Variant)));
        m.Describe<CampaignResponse>(d => d.Goes()
            .Personal(PersonalDataKind.Trace, nameof(CampaignResponse.Key))
            .Personal(PersonalDataKind.Content, nameof(CampaignResponse.Detail)));
        m.Describe<SignUpForm>(d => d.Impersonal("is asked of many", nameof(SignUpForm.Key), nameof(SignUpForm.Name), nameof(SignUpForm.Definition)));
        m.Describe<SignUp>(d => d.Goes()
            .Personal(PersonalDataKind.Contact, nameof(SignUp.Email))
            .Personal(PersonalDataKind.Content, nameof(SignUp.Answers), nameof(SignUp.Proof))
            .Personal(PersonalDataKind.Attribute, nameof(SignUp.Language))
            .Impersonal("names purposes and channels", nameof(SignUp.Agreed))
            .Impersonal("is a keyed hash, to count by", nameof(SignUp.AddressHash), nameof(SignUp.SenderHash))
            .Impersonal("is the hash of a token", nameof(SignUp.TokenHash))
            .Impersonal("is the day on which something came in", nameof(SignUp.Day))
            .Impersonal("names codes", nameof(SignUp.Reason)));
        m.Describe<SegmentProgress>(d => d.Impersonal(Group, nameof(SegmentProgress.Zone), nameof(SegmentProgress.Problem)));
    }
}
