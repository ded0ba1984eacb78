using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class CaseAssignmentTests(PostgreSqlFixture fixture) : CaseAssignmentSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
