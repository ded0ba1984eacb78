using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class CaseListTests(PostgreSqlFixture fixture) : CaseListSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
