using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The services of marketing.</summary>
internal static class MarketingServices
{
    public static void AddMarketing(this IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Marketing);
        services.TryAddScoped<Segments>();
        services.TryAddScoped<SegmentLists>();
        services.TryAddScoped<SegmentMembers>();
        services.TryAddScoped<SegmentRefresh>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICustomerMergeParticipant, SegmentMerging>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRelatedFields, SegmentFields>());
        services.TryAddScoped<Suppression>();
        AddJourneys(services);
        services.AddCampaigns();
        AddSignUps(services);
        services.TryAddScoped<PreferenceLinks>();
        services.TryAddScoped<PreferenceCentre>();
        services.AddSingleton(new MessageNames([PreferenceSeal.Name]) { Always = new Dictionary<string, string>(StringComparer.Ordinal) { [PreferenceSeal.Name] = PreferenceSeal.Mark } });
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IMessageSeal, PreferenceSeal>());
    }

    private static void AddSignUps(IServiceCollection services)
    {
        services.AddSingleton(new MessageNames([SignUpTexts.Token, SignUpTexts.Title]));
        services.TryAddScoped<SignUpTokens>();
        services.TryAddScoped<SignUpForms>();
        services.TryAddScoped<SignUps>();
        services.TryAddScoped<SignUpCustomers>();
        services.TryAddEnumerable([ServiceDescriptor.Scoped<ICrmEventHandler<SignUpSubmitted>, SignUpHandling>(), ServiceDescriptor.Scoped<ICrmEventHandler<SignUpConfirmed>, SignUpHandling>()]);
    }

    private static void AddJourneys(IServiceCollection services)
    {
        services.TryAddScoped<Journeys>();
        services.TryAddScoped<JourneyRuns>();
        services.TryAddScoped<JourneyReports>();
        services.TryAddScoped<JourneyRunner>();
        services.TryAddScoped<JourneyIntake>();
        services.TryAddScoped<JourneyReactions>();
        services.TryAddScoped<IRecipientZones, CountryZones>();
        services.TryAddScoped<IJourneySending, JourneySending>();
        services.TryAddEnumerable([
            ServiceDescriptor.Scoped<IRuleAction, EnterJourneyAction>(), ServiceDescriptor.Scoped<IRuleAction, AddToListAction>(), ServiceDescriptor.Scoped<IRuleAction, RemoveFromListAction>()]);
    }

    private static void AddCampaigns(this IServiceCollection services)
    {
        services.AddSingleton(new MessageNames([CampaignNames.Name, CampaignNames.OptOutToken, CampaignNames.TrackingToken]));
        services.TryAddScoped<CampaignTokens>();
        services.TryAddScoped<ICampaignSender, CampaignSender>();
        services.TryAddScoped<Campaigns>();
        services.TryAddScoped<CampaignRuns>();
        services.TryAddScoped<CampaignResponses>();
        services.TryAddScoped<CampaignReports>();
        services.TryAddEnumerable([
            ServiceDescriptor.Scoped<ICrmEventHandler<OutboundMessageSent>, CampaignMessageReports>(), ServiceDescriptor.Scoped<ICrmEventHandler<OutboundMessageRefused>, CampaignMessageReports>(),
            ServiceDescriptor.Scoped<ICrmEventHandler<OutboundMessageFailed>, CampaignMessageReports>(), ServiceDescriptor.Scoped<ICrmEventHandler<OutboundMessageDelivered>, CampaignMessageReports>(),
            ServiceDescriptor.Scoped<ICrmEventHandler<OutboundMessageBounced>, CampaignMessageReports>(), ServiceDescriptor.Scoped<ICrmEventHandler<InteractionRecorded>, CampaignReplies>(),
            ServiceDescriptor.Scoped<ICrmEventHandler<OrderPlaced>, CampaignConversions>(), ServiceDescriptor.Scoped<ICrmEventHandler<OpportunityWon>, CampaignConversions>()]);
    }
}
