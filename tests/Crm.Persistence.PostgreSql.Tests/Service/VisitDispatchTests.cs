using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class VisitDispatchTests(PostgreSqlFixture fixture) : VisitDispatchSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
