using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.PostgreSql.Tests.Model;

public sealed class TextTests(PostgreSqlFixture fixture) : TextSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
