using Crm.Domain.Values;

namespace Crm.Domain.Service;

internal sealed class CaseStatusJsonConverter() : KeyJsonConverter<CaseStatus>("status of a case", text => new CaseStatus(text));
