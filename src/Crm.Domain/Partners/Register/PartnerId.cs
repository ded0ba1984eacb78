using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>Names a business partner.</summary>
[CrmId(SubjectKinds.Partner)]
public readonly partial record struct PartnerId;
