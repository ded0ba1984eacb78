using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class CaseIndexTests(PostgreSqlFixture fixture) : CaseIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
