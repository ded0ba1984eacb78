using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>What taking messages needs of other areas.</summary>
internal sealed record IntakeDesk(
    IIntakeStore Store,
    ISenderBook Senders,
    IContactBook Contacts,
    ICaseIntake Cases,
    SuppressionList Suppressed,
    IPrivacyMeasureStore Measures,
    IntakeOptions Options,
    CrmErrorDescriber Errors);
