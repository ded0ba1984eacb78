using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.SelfService;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The services of the portal.</summary>
internal static class SelfServiceServices
{
    public static void AddSelfService(this IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.SelfService);
        services.TryAddSingleton<PortalTokens>();
        services.TryAddScoped<IColleagues, Colleagues>();
        services.TryAddScoped<PortalOffers>();
        services.TryAddScoped(s => new PortalAccounts(
            s.GetRequiredService<IPortalAccountStore>(), s.GetRequiredService<ICustomerQueries>(), s.GetRequiredService<PortalOffers>(), s.GetRequiredService<CrmActs>()));
        services.TryAddScoped(s => new OrganisationAccounts(
            s.GetRequiredService<IPortalAccountStore>(), s.GetRequiredService<IColleagues>(), s.GetRequiredService<PortalOffers>(), s.GetRequiredService<CrmActs>()));
        services.TryAddScoped<IOwnCustomerData, OwnCustomerData>();
        services.TryAddScoped<OwnRights>();
        services.TryAddScoped(s => new CustomerPortal(
            s.GetRequiredService<IOwnCustomerData>(), s.GetRequiredService<IChangeRequestStore>(), s.GetRequiredService<ConsentDesk>(), s.GetRequiredService<OwnRights>(), s.GetRequiredService<CrmActs>()));
        services.TryAddScoped(s => new OwnDataChanges(
            s.GetRequiredService<IChangeRequestStore>(), s.GetRequiredService<IOwnCustomerData>(), s.GetRequiredService<OwnRights>(), s.GetRequiredService<PortalTokens>(), s.GetRequiredService<SelfServiceOptions>(),
            s.GetRequiredService<CrmActs>()));
        services.TryAddScoped<ChangeRequestDesk>();
        services.TryAddScoped<PortalInvitations>();
        services.TryAddScoped<PortalPrincipals>();
        services.AddSingleton(new MessageNames([PortalTexts.Token, PortalTexts.Code, PortalTexts.Change]));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IMessageSeal, PortalTokenSeal>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICrmEventHandler<PortalAccountInvited>, PortalInvitationSending>());
        services.TryAddEnumerable([ServiceDescriptor.Scoped<ICrmEventHandler<ChangeRequested>, ChangeCodeSending>(), ServiceDescriptor.Scoped<ICrmEventHandler<ChangeCodeRenewed>, ChangeCodeSending>()]);
    }
}
