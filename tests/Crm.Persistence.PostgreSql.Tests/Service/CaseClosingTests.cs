using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class CaseClosingTests(PostgreSqlFixture fixture) : CaseClosingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
