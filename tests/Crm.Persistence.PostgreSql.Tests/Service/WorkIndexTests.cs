using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class WorkIndexTests(PostgreSqlFixture fixture) : WorkIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
