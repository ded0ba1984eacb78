using Crm.Domain.Privacy;
using Crm.Domain.SelfService;
using Crm.Persistence.EfCore.SelfService;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal static partial class PersonalDataMap
{
    // An account goes with its person: nobody signs in for somebody who was erased.
    private static void SelfService(ModelBuilder m)
    {
        m.Describe<PortalAccount>(d => d.Goes()
            .Personal(PersonalDataKind.Contact, nameof(PortalAccount.Email), nameof(PortalAccount.EmailKey))
            .Personal(PersonalDataKind.Identifier, nameof(PortalAccount.Subject))
            .Personal(PersonalDataKind.Content, nameof(PortalAccount.Reason))
            .Personal(PersonalDataKind.Actor, nameof(PortalAccount.InvitedById))
            .Impersonal("names a service that many use", nameof(PortalAccount.Issuer))
            .Impersonal("is the code of an error", nameof(PortalAccount.InvitationObstacle))
            .Impersonal("is the hash of a token of 256 bits", PortalAccountConfiguration.TokenHash));
        m.Describe<ChangeRequest>(d => d.Goes()
            .Personal(PersonalDataKind.Content, nameof(ChangeRequest.Change), nameof(ChangeRequest.Before), nameof(ChangeRequest.Reason))
            .Personal(PersonalDataKind.Contact, nameof(ChangeRequest.CodeAddress))
            .Personal(PersonalDataKind.Actor, nameof(ChangeRequest.RequestedById), nameof(ChangeRequest.DecidedById))
            .Impersonal("is the code of an error", nameof(ChangeRequest.Obstacle)));
    }
}
