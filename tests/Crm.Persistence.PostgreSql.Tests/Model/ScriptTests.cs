using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.PostgreSql.Tests.Model;

public sealed class ScriptTests(PostgreSqlFixture fixture) : ScriptSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
