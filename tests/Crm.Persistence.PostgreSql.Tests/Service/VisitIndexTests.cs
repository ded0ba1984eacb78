using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class VisitIndexTests(PostgreSqlFixture fixture) : VisitIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
